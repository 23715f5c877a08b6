/** The ends of terms as pages: which end on a day and why, the runs that followed them up with their certificates, and the nightly reconciliations. */
package org.xincheng.supervision.term;
