-- Whether a record was spent is asked by the record; the primary key begins with the listing.
create index on credit.listing_record (record_id);
