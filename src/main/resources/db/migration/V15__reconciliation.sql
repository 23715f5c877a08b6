-- Listings and the engine's timers are compared every night, both ways; what was found, and put right, is kept.
create table credit.reconciliation (
    id          bigint      primary key generated always as identity,
    started_at  timestamptz not null,
    finished_at timestamptz not null,
    listings    integer     not null,
    instances   integer     not null,
    findings    integer     not null,
    run_by      text        not null
);

create table credit.reconciliation_finding (
    run_id      bigint  not null references credit.reconciliation,
    seq         integer not null,
    listing_id  uuid    references credit.listing,
    case_number text    not null,
    kind        text    not null,
    detail      text    not null,
    primary key (run_id, seq)
);

grant select, insert on credit.reconciliation, credit.reconciliation_finding to xincheng_app;

-- What staff write in the case of a term may tell of a person.
insert into credit.free_text (effect, field) values
    ('RemovalFiled', 'text'),
    ('RemovalChecked', 'findings'),
    ('RemovalDecided', 'opinion'),
    ('UpgradeConsidered', 'reason');
