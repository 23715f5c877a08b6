-- The credit store: what is lawful, and what happened. Every table here is append-only: the application's role gets
-- SELECT and INSERT and nothing else (DESIGN §6, 13), so that nothing legal is deleted or changed in place.
-- A change is a new row: a new profile of a subject, a new act of a case, a new version of a catalogue.

create schema if not exists credit;
create schema if not exists audit;

-- Catalogues ----------------------------------------------------------------------------------------------------------

-- One row per loaded version of a catalogue ('behaviours', 'measures'); in force from a day on.
create table credit.catalogue_version (
    catalogue      text        not null,
    version        integer     not null,
    label          text        not null,
    source         text        not null,
    sha256         text        not null,
    effective_from date        not null,
    loaded_at      timestamptz not null,
    primary key (catalogue, version)
);

-- Behaviour items (失信行为清单), WZ2022 (三): a record names an item of its regime.
create table credit.behaviour (
    version       integer not null,
    code          text    not null,
    regime        text    not null,
    list          text    not null,
    section       text    not null,
    behaviour_zh  text    not null,
    points        integer,
    conditions_zh text    not null,
    source        text    not null,
    primary key (version, code)
);

-- Entries of the measures list (惩戒措施清单), WZ-ENT (三)(二). An entry that is reference only never binds anybody.
create table credit.measure (
    version          integer not null,
    code             text    not null,
    regime           text    not null,
    measure_zh       text    not null,
    kind             text    not null,
    constraint_type  text    not null,
    subject_kind     text    not null,
    departments      text    not null,
    legal_basis      text    not null,
    source           text    not null,
    reference_only   boolean not null,
    reference_reason text    not null,
    primary key (version, code)
);

-- The standards by which a city may keep a list of serious dishonesty (WZ2022 (七)(八)), entered by the city.
create table credit.list_basis (
    id             uuid        primary key,
    regime         text        not null,
    level          text        not null,
    basis          text        not null,
    document       text        not null,
    article        text        not null,
    effective_from date        not null,
    recorded_at    timestamptz not null,
    recorded_by    text        not null
);

-- Subjects and records -------------------------------------------------------------------------------------------------

create table credit.subject (
    id            uuid        primary key,
    kind          text        not null check (kind in ('ENTERPRISE', 'ORGANISATION', 'PERSON')),
    identifier    text        not null unique,
    registered_at timestamptz not null,
    registered_by text        not null
);

create table credit.subject_profile (
    subject_id         uuid        not null references credit.subject,
    seq                integer     not null,
    name               text        not null,
    birth_date         date,
    address            text        not null,
    email              text        not null,
    phone              text        not null,
    electronic_consent boolean     not null,
    recorded_at        timestamptz not null,
    recorded_by        text        not null,
    primary key (subject_id, seq)
);

create sequence credit.record_number;

create table credit.record (
    id                    uuid        primary key,
    number                text        not null unique,
    subject_id            uuid        not null references credit.subject,
    regime                text        not null,
    behaviour_version     integer     not null,
    behaviour_code        text        not null,
    fact                  text        not null,
    evidence              text        not null,
    document_kind         text        not null,
    document_number       text        not null,
    document_issuer       text        not null,
    issuer_level          text        not null,
    document_date         date        not null,
    document_effective_on date        not null,
    handled_on            date        not null,
    severity              text        not null check (severity in ('MINOR', 'HEAVIER', 'SERIOUS')),
    points                integer     not null check (points >= 0),
    correction_ordered    boolean     not null,
    correction_made       boolean     not null,
    fingerprint           text        not null unique,
    recorded_at           timestamptz not null,
    recorded_by           text        not null,
    foreign key (behaviour_version, behaviour_code) references credit.behaviour (version, code)
);
create index on credit.record (subject_id, regime, handled_on);

-- Cases ----------------------------------------------------------------------------------------------------------------

create sequence credit.case_number;

create table credit.legal_case (
    id         uuid        primary key,
    number     text        not null unique,
    procedure  text        not null,
    regime     text        not null,
    subject_id uuid        not null references credit.subject,
    opened_at  timestamptz not null,
    opened_by  text        not null
);
create index on credit.legal_case (subject_id);

-- Everything that happened in a case, in order: one row per legal effect (case, effect, sequence), with one actor and
-- one cause. The state of a case is computed from these rows and from now.
create table credit.act (
    case_id    uuid        not null references credit.legal_case,
    seq        integer     not null,
    effect     text        not null,
    effect_seq integer     not null,
    actor      text        not null,
    cause      text        not null,
    at         timestamptz not null,
    detail     jsonb       not null,
    primary key (case_id, seq),
    unique (case_id, effect, effect_seq)
);

-- Dates a step is due, each with the whole proof; a later row for the same step replaces the earlier one.
create table credit.deadline (
    case_id     uuid        not null references credit.legal_case,
    step        text        not null,
    seq         integer     not null,
    due         date        not null,
    provisional boolean     not null,
    proof       jsonb       not null,
    recorded_at timestamptz not null,
    primary key (case_id, step, seq)
);
create index on credit.deadline (due);

create table credit.letter (
    id        uuid        primary key,
    case_id   uuid        not null references credit.legal_case,
    kind      text        not null,
    number    text        not null unique,
    title     text        not null,
    html      text        not null,
    sha256    text        not null,
    issued_at timestamptz not null,
    issued_by text        not null
);
create index on credit.letter (case_id);

-- Running numbers of letters (文号): one counter per word and year; a row is a number taken.
create table credit.letter_number (
    word  text    not null,
    year  integer not null,
    seq   integer not null,
    primary key (word, year, seq)
);

-- Attempts to mail a letter's copy; mail is a courtesy and never service.
create table credit.mail_attempt (
    letter_id uuid        not null references credit.letter,
    seq       integer     not null,
    sent      boolean     not null,
    error     text        not null,
    at        timestamptz not null,
    primary key (letter_id, seq)
);

-- Listings --------------------------------------------------------------------------------------------------------------

create table credit.listing (
    id             uuid        primary key,
    case_id        uuid        not null unique references credit.legal_case,
    subject_id     uuid        not null references credit.subject,
    regime         text        not null,
    level          text        not null,
    level_rank     integer     not null,
    effective_on   date        not null,
    decision_id    uuid        not null references credit.letter,
    document_date  date        not null,
    publish_by     date,
    recorded_at    timestamptz not null,
    recorded_by    text        not null
);
create index on credit.listing (subject_id);

create table credit.listing_measure (
    listing_id      uuid    not null references credit.listing,
    measure_version integer not null,
    measure_code    text    not null,
    primary key (listing_id, measure_code),
    foreign key (measure_version, measure_code) references credit.measure (version, code)
);

-- The records a listing rests on: spent for the same and any lower level (regimes.md §C 12).
create table credit.listing_record (
    listing_id uuid not null references credit.listing,
    record_id  uuid not null references credit.record,
    primary key (listing_id, record_id)
);

create table credit.publication (
    listing_id   uuid        not null references credit.listing,
    seq          integer     not null,
    published_on date        not null,
    channels     text        not null,
    legal_basis  text        not null,
    recorded_at  timestamptz not null,
    recorded_by  text        not null,
    primary key (listing_id, seq)
);

-- The log ----------------------------------------------------------------------------------------------------------------

-- One row per command, written in the command's own transaction (DESIGN §6, 14).
create table audit.entry (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    actor   text        not null,
    action  text        not null,
    object  text        not null,
    outcome text        not null
);

-- One row per reading of a subject's data: who, whose, what for, by which way.
create table audit.read_log (
    id         bigint generated always as identity primary key,
    at         timestamptz not null,
    actor      text        not null,
    subject_id uuid,
    purpose    text        not null,
    way        text        not null
);

grant usage on schema credit, audit to xincheng_app;
grant select, insert on all tables in schema credit, audit to xincheng_app;
grant usage on all sequences in schema credit, audit to xincheng_app;
