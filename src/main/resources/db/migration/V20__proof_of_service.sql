-- What proves service by post leads to the recipient's name and address at the carrier, and where an announcement was put up may
-- tell where somebody lives.
insert into credit.free_text (effect, field) values
    ('ServiceAttempted', 'mailNumber'),
    ('ServiceAttempted', 'medium');
