-- Terms that are over are followed up by runs: what a run found and did, one row for each term, and its certificate. A run without a certificate was
-- interrupted and goes on.
create table credit.expiry_run (
    id         bigint      primary key generated always as identity,
    started_at timestamptz not null,
    started_by text        not null,
    expected   integer     not null
);

create table credit.expiry_item (
    run_id      bigint      not null references credit.expiry_run,
    seq         integer     not null,
    listing_id  uuid        not null references credit.listing,
    case_number text        not null,
    regime      text        not null,
    last_day    date        not null,
    outcome     text        not null,
    detail      text        not null,
    at          timestamptz not null,
    primary key (run_id, seq)
);

-- Once and not twice, whoever runs.
create unique index on credit.expiry_item (case_number) where outcome = 'FOLLOWED_UP';

create table credit.expiry_certificate (
    run_id      bigint      primary key references credit.expiry_run,
    finished_at timestamptz not null,
    followed_up integer     not null,
    not_over    integer     not null,
    failed      integer     not null,
    sha256      text        not null
);

grant select, insert on credit.expiry_run, credit.expiry_item, credit.expiry_certificate to xincheng_app;
