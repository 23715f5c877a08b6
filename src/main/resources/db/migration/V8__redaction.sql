-- The flag of electronic service becomes consents; and redaction (脱敏处置), which stands in for deletion and has to know every
-- table that tells of a person: a migration that adds one replaces the function credit.redact.

-- Until now a flag of the profile said whether electronic service was agreed to. It becomes a consent of one year from the
-- day it was recorded; the column stays as history and is neither written nor read any more.
insert into credit.consent (id, number, subject_id, purpose, scope, mode, told, evidence, given_on, expires_on, recorded_at,
                            recorded_by)
select gen_random_uuid(),
       'TY-' || extract(year from p.recorded_at at time zone 'Asia/Shanghai') || '-'
           || lpad(nextval('credit.consent_number')::text, 6, '0'),
       p.subject_id, 'ELECTRONIC_SERVICE', '本机关文书的电子送达', 'STATED_BY_PROVIDER',
       '信息提供单位报送时声明，告知情况由该单位留存', '信息提供单位报送主体信息时的声明',
       (p.recorded_at at time zone 'Asia/Shanghai')::date,
       ((p.recorded_at at time zone 'Asia/Shanghai')::date + interval '1 year')::date,
       p.recorded_at, p.recorded_by
  from credit.subject_profile p
 where p.electronic_consent
   and p.seq = (select max(q.seq) from credit.subject_profile q where q.subject_id = p.subject_id);
alter table credit.subject_profile alter column electronic_consent drop not null;

-- Redaction -------------------------------------------------------------------------------------------------------------

-- A redacted person has no number any more, neither sealed nor as a mark: nobody finds the person by it again.
alter table credit.subject
    add column redacted_at timestamptz,
    alter column identifier_mark drop not null,
    drop constraint subject_person_sealed,
    add constraint subject_person_sealed check (
        (kind = 'PERSON') = (identifier is null)
        and (kind = 'PERSON' and redacted_at is null) = (identifier_sealed is not null)
        and (redacted_at is null) = (identifier_mark is not null));

create sequence credit.redaction_number;

-- An officer's proposal to redact a person, with its ground (个人信息保护法 art. 47) and legal basis.
create table credit.redaction_order (
    id          uuid        primary key,
    number      text        not null unique,
    subject_id  uuid        not null references credit.subject,
    ground      text        not null check (ground in ('RETENTION_OVER', 'LAWFUL_REQUEST', 'COURT_ORDER')),
    basis       text        not null,
    reason      text        not null,
    proposed_at timestamptz not null,
    proposed_by text        not null
);
create index on credit.redaction_order (subject_id);

-- Another person's word on it.
create table credit.redaction_review (
    order_id    uuid        primary key references credit.redaction_order,
    approved    boolean     not null,
    reason      text        not null,
    reviewed_at timestamptz not null,
    reviewed_by text        not null
);

-- The protocol of an execution: how many rows of each table were replaced, and the hash of what stood there. Only the
-- function below writes it.
create table credit.redaction (
    order_id    uuid        primary key references credit.redaction_order,
    subject_id  uuid        not null unique references credit.subject,
    ground      text        not null,
    basis       text        not null,
    counts      jsonb       not null,
    hashes      jsonb       not null,
    executed_at timestamptz not null,
    executed_by text        not null
);

-- Which fields of an act are free text and may tell of a person; every other field is structure and stays. A migration
-- that adds an act with free text adds its rows here.
create table credit.free_text (
    effect text not null,
    field  text not null,
    primary key (effect, field)
);
insert into credit.free_text (effect, field) values
    ('DraftSubmitted', 'facts'),
    ('DraftSubmitted', 'evidence'),
    ('DraftSubmitted', 'reason'),
    ('DraftSubmitted', 'publicationBasis'),
    ('DraftReviewed', 'opinion'),
    ('DeliberationHeld', 'minutes'),
    ('DeliberationHeld', 'recusalReason'),
    ('ServiceAttempted', 'proof'),
    ('StatementReceived', 'text'),
    ('HearingScheduled', 'place'),
    ('HearingTookPlace', 'record'),
    ('HearingOpinionGiven', 'opinion'),
    ('StatementsConsidered', 'reasons'),
    ('DecisionApproved', 'opinion'),
    ('CaseClosed', 'reason');

grant select, insert on credit.redaction_order, credit.redaction_review to xincheng_app;
grant select on credit.redaction, credit.free_text to xincheng_app;
grant usage on sequence credit.redaction_number to xincheng_app;

-- An act with the named fields replaced, at any depth; what is empty stays empty, so that the case is computed as before.
create function credit.redacted(detail jsonb, fields text[]) returns jsonb
    language plpgsql immutable
    set search_path = pg_catalog, pg_temp
as $$
begin
    if jsonb_typeof(detail) = 'object' then
        return coalesce((
            select jsonb_object_agg(part.key, case
                       when part.key <> all (fields) or jsonb_typeof(part.value) <> 'string'
                           then credit.redacted(part.value, fields)
                       when part.value = '""'::jsonb then part.value
                       else to_jsonb('（已脱敏处置）'::text) end)
              from jsonb_each(detail) part), '{}'::jsonb);
    end if;
    if jsonb_typeof(detail) = 'array' then
        return coalesce((
            select jsonb_agg(credit.redacted(item.value, fields) order by item.ordinality)
              from jsonb_array_elements(detail) with ordinality item), '[]'::jsonb);
    end if;
    return detail;
end
$$;

-- Executes an approved order: replaces what tells of the person and writes the protocol, in the caller's transaction. It
-- runs with its owner's rights, since the application has none to change anything, and trusts the application in nothing
-- that it can see itself.
create function credit.redact(the_order uuid, executor text, executed timestamptz) returns void
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    marker constant text := '（已脱敏处置）';
    page constant text := '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="UTF-8"><title>已脱敏处置</title></head>'
        || '<body><p>本文书的内容已依法脱敏处置。文号、签发时间和原文的SHA-256校验值予以保留，可据以核对原件。</p></body></html>';
    proposal credit.redaction_order;
    review   credit.redaction_review;
    files    uuid[];
    counts   jsonb := '{}';
    hashes   jsonb := '{}';
    n        bigint;
    content  text;
begin
    select * into proposal from credit.redaction_order where id = the_order;
    if not found then
        raise exception 'redaction refused: there is no such order' using errcode = 'insufficient_privilege';
    end if;
    -- Nobody opens a case of this person meanwhile: the application takes the same lock before it does.
    perform pg_advisory_xact_lock(hashtextextended('subject:' || proposal.subject_id, 0));
    select * into review from credit.redaction_review where order_id = the_order;
    if not found or not review.approved then
        raise exception 'redaction refused: the order is not approved' using errcode = 'insufficient_privilege';
    end if;
    if review.reviewed_by = proposal.proposed_by or executor is distinct from review.reviewed_by then
        raise exception 'redaction refused: proposer and approver are not two persons, or another one executes'
            using errcode = 'insufficient_privilege';
    end if;
    if exists (select from credit.redaction where subject_id = proposal.subject_id) then
        raise exception 'redaction refused: it has been executed' using errcode = 'insufficient_privilege';
    end if;
    if not exists (select from credit.subject where id = proposal.subject_id and kind = 'PERSON') then
        raise exception 'redaction refused: only natural persons are redacted' using errcode = 'insufficient_privilege';
    end if;
    select coalesce(array_agg(id), '{}') into files from credit.legal_case where subject_id = proposal.subject_id;
    if exists (select from unnest(files) as file (id)
                where not exists (select from credit.act a where a.case_id = file.id and a.effect = 'CaseClosed')) then
        raise exception 'redaction refused: a case is open' using errcode = 'insufficient_privilege';
    end if;

    -- The sealed number never repeats, so that nobody tries out names or numbers against this hash.
    select coalesce(s.identifier_sealed, '') || coalesce((
               select string_agg(concat_ws(chr(10), '', p.seq, p.name, p.address_sealed, p.email_sealed, p.phone_sealed), ''
                                 order by p.seq)
                 from credit.subject_profile p where p.subject_id = s.id), '')
      into content from credit.subject s where s.id = proposal.subject_id;
    hashes := hashes || jsonb_build_object('subject', encode(sha256(convert_to(content, 'UTF8')), 'hex'));
    update credit.subject set identifier_sealed = null, identifier_mark = null, redacted_at = executed
     where id = proposal.subject_id;
    get diagnostics n = row_count;
    counts := counts || jsonb_build_object('subject', n);
    update credit.subject_profile set name = marker, address_sealed = null, email_sealed = null, phone_sealed = null
     where subject_id = proposal.subject_id;
    get diagnostics n = row_count;
    counts := counts || jsonb_build_object('subject_profile', n);

    select coalesce(string_agg(concat_ws(chr(10), '', number, fact, evidence, fingerprint), '' order by number), '')
      into content from credit.record where subject_id = proposal.subject_id;
    hashes := hashes || jsonb_build_object('record', encode(sha256(convert_to(content, 'UTF8')), 'hex'));
    update credit.record set fact = marker, evidence = marker, fingerprint = 'redacted:' || id
     where subject_id = proposal.subject_id;
    get diagnostics n = row_count;
    counts := counts || jsonb_build_object('record', n);

    select coalesce(string_agg(concat_ws(chr(10), '', case_id, seq, detail::text), '' order by case_id, seq), '')
      into content from credit.act where case_id = any (files);
    hashes := hashes || jsonb_build_object('act', encode(sha256(convert_to(content, 'UTF8')), 'hex'));
    update credit.act a set detail = credit.redacted(a.detail, f.fields)
      from (select effect, array_agg(field) as fields from credit.free_text group by effect) f
     where a.case_id = any (files) and f.effect = a.effect;
    get diagnostics n = row_count;
    counts := counts || jsonb_build_object('act', n);

    select coalesce(string_agg(concat_ws(chr(10), '', number, html), '' order by number), '')
      into content from credit.letter where case_id = any (files);
    hashes := hashes || jsonb_build_object('letter', encode(sha256(convert_to(content, 'UTF8')), 'hex'));
    update credit.letter set html = page where case_id = any (files);
    get diagnostics n = row_count;
    counts := counts || jsonb_build_object('letter', n);

    update credit.mail_attempt set error = marker
     where error <> '' and letter_id in (select id from credit.letter where case_id = any (files));
    get diagnostics n = row_count;
    counts := counts || jsonb_build_object('mail_attempt', n);

    update credit.publication set legal_basis = marker
     where legal_basis <> '' and listing_id in (select id from credit.listing where subject_id = proposal.subject_id);
    get diagnostics n = row_count;
    counts := counts || jsonb_build_object('publication', n);

    -- Sealed values give way to nothing, which no key opens. A content that another person's case holds too stays there.
    select coalesce(string_agg(concat_ws(chr(10), '', f.name, f.sha256, f.sender_name, f.description, w.reason), '' order by f.name), '')
      into content
      from credit.case_file f left join credit.file_withdrawal w on w.file_id = f.id
     where f.case_id = any (files);
    hashes := hashes || jsonb_build_object('case_file', encode(sha256(convert_to(content, 'UTF8')), 'hex'));
    update credit.file_content c set sealed = ''
     where exists (select from credit.case_file f where f.sha256 = c.sha256 and f.case_id = any (files))
       and not exists (select from credit.case_file f where f.sha256 = c.sha256 and f.case_id <> all (files));
    get diagnostics n = row_count;
    counts := counts || jsonb_build_object('file_content', n);
    update credit.file_withdrawal set reason = ''
     where file_id in (select id from credit.case_file where case_id = any (files));
    get diagnostics n = row_count;
    counts := counts || jsonb_build_object('file_withdrawal', n);
    update credit.case_file set sender_name = '', description = '' where case_id = any (files);
    get diagnostics n = row_count;
    counts := counts || jsonb_build_object('case_file', n);

    select coalesce(string_agg(concat_ws(chr(10), '', k.number, k.scope, k.told, k.evidence, w.way), '' order by k.number), '')
      into content
      from credit.consent k left join credit.consent_withdrawal w on w.consent_id = k.id
     where k.subject_id = proposal.subject_id;
    hashes := hashes || jsonb_build_object('consent', encode(sha256(convert_to(content, 'UTF8')), 'hex'));
    update credit.consent_withdrawal set way = marker
     where consent_id in (select id from credit.consent where subject_id = proposal.subject_id);
    get diagnostics n = row_count;
    counts := counts || jsonb_build_object('consent_withdrawal', n);
    update credit.consent set scope = marker, told = marker, evidence = marker where subject_id = proposal.subject_id;
    get diagnostics n = row_count;
    counts := counts || jsonb_build_object('consent', n);

    insert into credit.redaction (order_id, subject_id, ground, basis, counts, hashes, executed_at, executed_by)
    values (the_order, proposal.subject_id, proposal.ground, proposal.basis, counts, hashes, executed, executor);
end
$$;

revoke all on function credit.redact(uuid, text, timestamptz), credit.redacted(jsonb, text[]) from public;
grant execute on function credit.redact(uuid, text, timestamptz) to xincheng_app;
