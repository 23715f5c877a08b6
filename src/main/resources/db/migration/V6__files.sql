-- Files of cases: evidence and other papers. Like everything in the store they are only ever added: a verdict, or the withdrawal of a
-- file that was filed wrongly, is a further row. Contents, and what people wrote about them, are sealed by the application.

-- A content, kept once under the SHA-256 of the clear bytes however often it is filed.
create table credit.file_content (
    sha256    text        primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    kind      text        not null check (kind in ('PDF', 'JPEG', 'PNG', 'TEXT', 'DOCX', 'XLSX', 'OFD')),
    size      bigint      not null check (size > 0),
    sealed    bytea       not null,
    stored_at timestamptz not null
);
-- Sealed bytes do not compress.
alter table credit.file_content alter column sealed set storage external;

-- What is thought of a content: by the scanner, or by the check of the content alone. The last row counts.
create table credit.file_verdict (
    sha256    text        not null references credit.file_content,
    seq       integer     not null,
    state     text        not null check (state in ('QUARANTINED', 'CLEAN', 'REJECTED')),
    scanner   text        not null,
    signature text        not null,
    at        timestamptz not null,
    primary key (sha256, seq)
);

-- A content filed in a case, under a generated name.
create table credit.case_file (
    id          uuid        primary key,
    case_id     uuid        not null references credit.legal_case,
    serial      integer     not null check (serial > 0),
    sha256      text        not null references credit.file_content,
    name        text        not null unique
                check (name ~ '^[A-Z]{2,4}-[0-9]{4}-[0-9]{6,}-附件-[0-9]{3,}\.(pdf|jpg|png|txt|docx|xlsx|ofd)$'),
    evidence    text        not null,
    sender_name text        not null,
    description text        not null,
    added_at    timestamptz not null,
    added_by    text        not null,
    unique (case_id, serial)
);
create index on credit.case_file (sha256);
create index on credit.case_file (added_by, added_at);

create table credit.file_withdrawal (
    file_id uuid        primary key references credit.case_file,
    reason  text        not null,
    at      timestamptz not null,
    by      text        not null
);

grant select, insert on credit.file_content, credit.file_verdict, credit.case_file, credit.file_withdrawal to xincheng_app;
