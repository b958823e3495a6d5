"""Each role may do all that the ones below it may, and no more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.domain.roles import Role

MAY = {
    Role.VIEWER: {Role.VIEWER},
    Role.VISITOR: {Role.VIEWER, Role.VISITOR},
    Role.DIRECTOR: {Role.VIEWER, Role.VISITOR, Role.DIRECTOR},
}
roles = st.sampled_from(Role)


@pytest.mark.parametrize("role", Role)
def test_a_role_may_what_the_roles_up_to_it_may(role: Role) -> None:
    assert {needed for needed in Role if role.may(needed)} == MAY[role]


@given(roles, roles, roles)
def test_whoever_may_what_somebody_may_may_all_that_these_may(one: Role, other: Role, needed: Role) -> None:
    if one.may(other) and other.may(needed):
        assert one.may(needed)
