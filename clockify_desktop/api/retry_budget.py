"""How much may be asked again by all calls together.

A server that is down answers every call with the same trouble. Were each of two
hundred pages asked three times, it would get six hundred requests for its pains.
"""

# One for each request that can be under way: trouble that meets all of them at once
# is survived, trouble that goes on is not hammered.
BUDGET = 16.0

_GIVEN_BACK = 0.1


class RetryBudget:
    """Tokens for asking again, shared by all calls of a client.

    Args:
        tokens: How many there are at most, and at first.
    """

    def __init__(self, tokens: float = BUDGET) -> None:
        self._most = tokens
        self._tokens = tokens

    def spend(self) -> bool:
        """Take a token for one more attempt.

        Returns:
            Whether there was one.
        """
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True

    def earn(self, spent: int) -> None:
        """Give back after a success.

        Args:
            spent: How many tokens that success has cost; all of them come back, and
                for one that cost nothing a tenth.
        """
        self._tokens = min(self._most, self._tokens + max(spent, _GIVEN_BACK))
