from clockify_desktop.domain.directory import (
    Person,
    Project,
    people_there,
    projects_there,
)
from clockify_desktop.domain.identity import ProjectId, UserId


def test_those_only_their_time_tells_of_are_there_too() -> None:
    anna, bo = Person(UserId("a"), "anna"), Person(UserId("b"), "Bo")
    seen_anna = Person(UserId("a"), "Anna as the report calls her")
    gone = Person(UserId("x"), "aaron")
    assert people_there((bo, anna), (seen_anna, gone)) == (gone, anna, bo)
    web, none = Project(ProjectId("w"), "Web"), Project(None, "")
    app = Project(ProjectId("p"), "app")
    assert projects_there((web, app), (none, web)) == (none, app, web)
