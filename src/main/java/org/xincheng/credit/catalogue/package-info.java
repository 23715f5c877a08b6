/** The catalogues: what may be recorded (失信行为清单) and what may follow from it (惩戒措施清单), in dated versions. */
package org.xincheng.credit.catalogue;
