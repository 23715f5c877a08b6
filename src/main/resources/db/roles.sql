-- The two database roles and what each may do. Run by a superuser inside the database of Xincheng, before the first
-- start; running it again changes nothing. The embedded database runs it by itself. In production, give both roles a
-- password afterwards (\password xincheng_owner, \password xincheng_app).
--
-- xincheng_owner runs the migrations and owns the schemas credit, audit and platform.
-- xincheng_app   is the running application. It owns the engine's tables in the schema public and holds on every
--                other schema only what a migration grants: no table of the credit store can be altered by it.
do $$
begin
    if not exists (select from pg_roles where rolname = 'xincheng_owner') then
        create role xincheng_owner login nosuperuser nocreatedb nocreaterole;
    end if;
    if not exists (select from pg_roles where rolname = 'xincheng_app') then
        create role xincheng_app login nosuperuser nocreatedb nocreaterole;
    end if;
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect, create on database %I to xincheng_owner', current_database());
    execute format('grant connect on database %I to xincheng_app', current_database());
end
$$;

revoke all on schema public from public;
grant usage, create on schema public to xincheng_app;
grant usage on schema public to xincheng_owner;
