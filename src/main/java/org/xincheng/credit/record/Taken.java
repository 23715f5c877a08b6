package org.xincheng.credit.record;

/**
 * What came of handing in a record.
 *
 * @param record the record as it is in the store
 * @param fresh whether it was written now; false where the same record had been taken before
 */
public record Taken(Record record, boolean fresh) {}
