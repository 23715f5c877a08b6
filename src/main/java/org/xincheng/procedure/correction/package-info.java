/** The procedure of correction (processes/correction): start, forms and delegates. */
package org.xincheng.procedure.correction;
