/**
 * What {@code src/test/bulk} runs: many listings whose terms end on one midnight, followed up by the application in a process of its own that is killed; and a hundred
 * thousand cases, among which a case officer opens and searches.
 */
package org.xincheng.bulk;
