package planted.olddatesstayattheengine.credit;

import java.util.Date;

/** Planted: a date that is an instant. */
class StoreOfOldDates {
    Date due;
}
