/**
 * The term of a listing as a case: from effect to end. That a term is over is computed by {@code credit.listing}; here stands what was done about it, and what
 * ends a listing on application (WS-JINAN art. 7(五); WS-SAWS art. 7) or answers a new act during it (MOHURD art. 7(三); WS-CITY art. 7).
 */
package org.xincheng.credit.term;
