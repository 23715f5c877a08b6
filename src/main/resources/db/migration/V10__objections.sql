-- Objection (异议) and complaint (投诉): what they do to a listing. Facts with a time, added and never changed, like all of this schema.

-- A case about a listing names the determination the listing comes from.
alter table credit.legal_case add column about uuid references credit.legal_case;
create index on credit.legal_case (about);

-- The clock of a listing's term and its measures stand still from the day on which a case was accepted, inclusive. A case is accepted once.
create table credit.suspension (
    id         uuid        primary key,
    listing_id uuid        not null references credit.listing,
    case_id    uuid        not null unique references credit.legal_case,
    from_day   date        not null,
    started_at timestamptz not null,
    started_by text        not null
);
create index on credit.suspension (listing_id);

-- They run again on the day of the rejecting decision, exclusive of the suspension.
create table credit.suspension_end (
    suspension_id uuid        primary key references credit.suspension,
    until_day     date        not null,
    ended_at      timestamptz not null,
    ended_by      text        not null
);

-- A listing that was wrong is void from its beginning.
create table credit.listing_revocation (
    listing_id uuid        primary key references credit.listing,
    case_id    uuid        not null references credit.legal_case,
    revoked_at timestamptz not null,
    revoked_by text        not null
);

-- A listing whose records were corrected has a lighter level from then on; the last row is the one that holds.
create table credit.listing_correction (
    listing_id   uuid        not null references credit.listing,
    seq          integer     not null,
    case_id      uuid        not null references credit.legal_case,
    level        text        not null,
    level_rank   integer     not null,
    corrected_at timestamptz not null,
    corrected_by text        not null,
    primary key (listing_id, seq)
);

-- Measures that a lighter level no longer bears.
create table credit.listing_measure_lift (
    listing_id   uuid        not null references credit.listing,
    measure_code text        not null,
    case_id      uuid        not null references credit.legal_case,
    lifted_at    timestamptz not null,
    primary key (listing_id, measure_code),
    foreign key (listing_id, measure_code) references credit.listing_measure (listing_id, measure_code)
);

-- A record found wrong: another record takes its place, or none does. It stays readable and counts no more.
create table credit.record_correction (
    record_id      uuid        primary key references credit.record,
    replacement_id uuid        unique references credit.record,
    case_id        uuid        not null references credit.legal_case,
    corrected_at   timestamptz not null,
    corrected_by   text        not null
);

grant select, insert on credit.suspension, credit.suspension_end, credit.listing_revocation, credit.listing_correction,
    credit.listing_measure_lift, credit.record_correction to xincheng_app;

-- The register of experts that complaints draw their panels from.
create sequence credit.expert_number;
create table credit.expert (
    number     text        primary key,
    name       text        not null,
    field      text        not null,
    unit       text        not null,
    entered_at timestamptz not null,
    entered_by text        not null
);
create table credit.expert_retirement (
    number     text        primary key references credit.expert,
    reason     text        not null,
    retired_at timestamptz not null,
    retired_by text        not null
);
grant select, insert on credit.expert, credit.expert_retirement to xincheng_app;
grant usage on sequence credit.expert_number to xincheng_app;

-- What staff write in these cases may tell of a person.
insert into credit.free_text (effect, field) values
    ('ObjectionFiled', 'text'),
    ('ComplaintFiled', 'text'),
    ('NotAccepted', 'reason'),
    ('VerificationConcluded', 'findings'),
    ('VerificationConcluded', 'providerAnswer'),
    ('VerificationConcluded', 'fact'),
    ('ResultDecided', 'opinion'),
    ('Withdrawn', 'text'),
    ('SupervisionOrdered', 'order'),
    ('CorrectiveDutiesRecorded', 'responsible'),
    ('CorrectiveDutiesRecorded', 'duties'),
    ('ExpertRecused', 'reason'),
    ('MeetingHeld', 'minutes');
