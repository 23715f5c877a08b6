-- Correction (更正) of data that is wrong: what it does to records and listings. Facts with a time, added and never changed, like all of this schema.

-- Several listings can rest on one record: the case that verifies it stops them all, each once.
alter table credit.suspension drop constraint suspension_case_id_key;
alter table credit.suspension add constraint suspension_case_id_listing_id_key unique (case_id, listing_id);

-- A record is being verified from the acceptance of a case about it on; meanwhile no new decision rests on it.
create table credit.record_verification (
    case_id    uuid        primary key references credit.legal_case,
    record_id  uuid        not null references credit.record,
    started_at timestamptz not null,
    started_by text        not null
);
create index on credit.record_verification (record_id);

create table credit.record_verification_end (
    case_id  uuid        primary key references credit.record_verification,
    ended_at timestamptz not null,
    ended_by text        not null
);

grant select, insert on credit.record_verification, credit.record_verification_end to xincheng_app;

-- What staff write in these cases may tell of a person.
insert into credit.free_text (effect, field) values
    ('CorrectionFiled', 'askerName'),
    ('CorrectionFiled', 'text'),
    ('CorrectionNotAccepted', 'reason'),
    ('CorrectionVerified', 'findings'),
    ('CorrectionVerified', 'providerAnswer'),
    ('CorrectionVerified', 'fact'),
    ('CorrectionVerified', 'subjectName'),
    ('CorrectionDecided', 'opinion');
