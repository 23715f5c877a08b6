/**
 * The staff's view of cases of every procedure: the case list and the case file with the clock of the listing's term, as pages under {@code /cases} and as JSON under {@code /api/cases}. It
 * reads what the store, the letters and the engine's open tasks tell, and adds no state of its own. Every view of a case file is logged.
 */
package org.xincheng.supervision;
