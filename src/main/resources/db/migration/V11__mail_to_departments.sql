-- To whom of a notice's departments it was mailed: whoever has it is not sent it again when another address failed.
create table credit.mail_delivery (
    letter_id uuid        not null references credit.letter,
    recipient text        not null,
    at        timestamptz not null,
    primary key (letter_id, recipient)
);
grant select, insert on credit.mail_delivery to xincheng_app;
