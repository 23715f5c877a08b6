-- Every file that a letter was ever printed to, by its hash: so a changed file is told from a genuine one whatever it is printed with today.
-- Neither a hash nor who printed it tells of a person, so that redaction leaves the rows alone: a paper from before can still be verified.
create table credit.letter_print (
    letter_id  uuid        not null references credit.letter,
    sha256     text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    printed_at timestamptz not null,
    printed_by text        not null,
    primary key (letter_id, sha256)
);
-- The letter's own identity is part of each file: no file is of two letters.
create unique index on credit.letter_print (sha256);
grant select, insert on credit.letter_print to xincheng_app;
