-- A file may be a new version of an earlier one of its case. Which versions stand is not kept but told from withdrawals and verdicts.
alter table credit.case_file add column replaces integer check (replaces > 0 and replaces < serial);
alter table credit.case_file add foreign key (case_id, replaces) references credit.case_file (case_id, serial);

-- The list of cases, latest opened first, and which of them are closed.
create index on credit.legal_case (opened_at, number);
create index on credit.act (case_id) where effect = 'CaseClosed';
