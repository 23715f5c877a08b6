/** What {@code src/test/bulk} runs: many listings whose terms end on one midnight, followed up by the application in a process of its own that is killed. */
package org.xincheng.bulk;
