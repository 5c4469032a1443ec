from clockify_desktop.api.retry_budget import RetryBudget


def spent(budget: RetryBudget) -> int:
    number = 0
    while budget.spend():
        number += 1
    return number


def test_it_ends() -> None:
    budget = RetryBudget(3)
    assert spent(budget) == 3
    assert not budget.spend()


def test_a_success_gives_back_what_it_cost() -> None:
    budget = RetryBudget(3)
    spent(budget)
    budget.earn(2)
    assert spent(budget) == 2


def test_a_success_that_cost_nothing_gives_a_little() -> None:
    budget = RetryBudget(3)
    spent(budget)
    for _ in range(9):
        budget.earn(0)
    assert not budget.spend()
    for _ in range(2):
        budget.earn(0)
    assert spent(budget) == 1


def test_never_more_than_at_first() -> None:
    budget = RetryBudget(3)
    budget.earn(9)
    assert spent(budget) == 3
