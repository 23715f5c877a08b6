-- The end of a listing (信用修复, 移出, 升级, 期满). That a term is over is computed and stands in no table; what ends a listing before its day is a
-- fact with a time, added and never changed, like all of this schema.

-- From this day on, inclusive, the listing is not in force: it was repaired, removed on application, or taken over by a heavier one.
create table credit.listing_end (
    id         uuid        primary key,
    listing_id uuid        not null references credit.listing,
    kind       text        not null check (kind in ('REPAIRED', 'REMOVED', 'UPGRADED')),
    case_id    uuid        not null references credit.legal_case,
    from_day   date        not null,
    ended_at   timestamptz not null,
    ended_by   text        not null
);
create index on credit.listing_end (listing_id);

-- A repair that rested on false material is revoked: from this day on the listing is in force again, for what is left of its term.
create table credit.listing_restoration (
    end_id      uuid        primary key references credit.listing_end,
    case_id     uuid        not null references credit.legal_case,
    from_day    date        not null,
    restored_at timestamptz not null,
    restored_by text        not null
);

-- A measure that by a law of its own outlives the listing (NANNING art. 14(2)(3)); no last day where the law sets none.
create table credit.attached_term (
    id           uuid        primary key,
    listing_id   uuid        not null,
    measure_code text        not null,
    case_id      uuid        not null references credit.legal_case,
    document     text        not null,
    article      text        not null,
    from_day     date        not null,
    until_day    date,
    recorded_at  timestamptz not null,
    recorded_by  text        not null,
    foreign key (listing_id, measure_code) references credit.listing_measure (listing_id, measure_code),
    check (until_day >= from_day)
);
create index on credit.attached_term (listing_id);

grant select, insert on credit.listing_end, credit.listing_restoration, credit.attached_term to xincheng_app;

-- What staff write in these cases may tell of a person.
insert into credit.free_text (effect, field) values
    ('RepairFiled', 'text'),
    ('SupplementRequested', 'missing'),
    ('SupplementReceived', 'text'),
    ('RepairNotAccepted', 'reason'),
    ('RepairVerified', 'findings'),
    ('RepairDecided', 'opinion'),
    ('RepairReviewed', 'opinion'),
    ('FalsehoodExamined', 'findings'),
    ('RevocationHeard', 'text'),
    ('RevocationDecided', 'reasons'),
    ('RecordProposed', 'text'),
    ('DepartmentAnswered', 'answer');
