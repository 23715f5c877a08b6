package org.xincheng.credit.record;

import java.util.UUID;

/** Told in the transaction in which a record is taken in for the first time. */
public record RecordTaken(UUID recordId) {}
