-- What sign-in keeps besides the engine's users: the second factor, and what is known of a password without knowing it.
-- Nothing here is legal record; the application may change what it must and delete nothing.

-- One row per user who has or had a second factor. The secret is sealed (place second_factor.secret/<user_id>); a factor
-- that was removed leaves a row without one. last_step is the last step of 30 seconds whose code was used: no code passes
-- twice.
create table platform.second_factor (
    user_id    text        primary key,
    enrolment  uuid,
    secret     text,
    last_step  bigint      not null,
    changed_at timestamptz not null,
    check ((enrolment is null) = (secret is null))
);

-- The recovery codes of an enrolment, as marks (HMAC): they can be recognised, not read.
create table platform.recovery_code (
    enrolment uuid        not null,
    mark      text        not null,
    used_at   timestamptz,
    primary key (enrolment, mark)
);

-- When a user's password was first seen as it is now, and whether it obeyed the rules at the last sign-in. The mark is one
-- of the stored hash and changes with it, whoever changed the password and where.
create table platform.password_state (
    user_id    text        primary key,
    mark       text        not null,
    changed_at timestamptz not null,
    obeys      boolean     not null
);

grant select, insert on platform.second_factor, platform.recovery_code, platform.password_state to xincheng_app;
grant update (enrolment, secret, last_step, changed_at) on platform.second_factor to xincheng_app;
grant update (used_at) on platform.recovery_code to xincheng_app;
grant update (mark, changed_at, obeys) on platform.password_state to xincheng_app;
