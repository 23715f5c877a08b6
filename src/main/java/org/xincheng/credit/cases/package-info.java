/** What all procedures share: the case, its acts in order, and its deadlines with their proof. */
package org.xincheng.credit.cases;
