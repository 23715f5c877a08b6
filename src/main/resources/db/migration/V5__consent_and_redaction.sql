-- Consents of persons and units (同意登记), and the redaction that stands in for deletion (脱敏处置).

-- Consents --------------------------------------------------------------------------------------------------------------

create sequence credit.consent_number;

-- One row per consent given: for one purpose, in writing or otherwise proven, and never for life (WZ2022 (二十二)).
create table credit.consent (
    id          uuid        primary key,
    number      text        not null unique,
    subject_id  uuid        not null references credit.subject,
    purpose     text        not null check (purpose in ('PUBLICATION', 'ELECTRONIC_SERVICE', 'COLLECTION')),
    scope       text        not null,
    mode        text        not null check (mode in ('WRITTEN', 'ELECTRONIC', 'RECORDED', 'STATED_BY_PROVIDER')),
    told        text        not null,
    evidence    text        not null,
    given_on    date        not null,
    expires_on  date        not null check (expires_on > given_on),
    recorded_at timestamptz not null,
    recorded_by text        not null
);
create index on credit.consent (subject_id, purpose);

-- Its withdrawal (个人信息保护法 art. 15): from this day on it carries nothing; what was done before stays lawful.
create table credit.consent_withdrawal (
    consent_id   uuid        primary key references credit.consent,
    withdrawn_on date        not null,
    way          text        not null,
    recorded_at  timestamptz not null,
    recorded_by  text        not null
);

-- The consent a publication rests on; null where it rests on law.
alter table credit.publication add column consent_id uuid references credit.consent;

grant select, insert on credit.consent, credit.consent_withdrawal to xincheng_app;
grant usage on sequence credit.consent_number to xincheng_app;
