/** The public site and the concerned parties' pages. */
package org.xincheng.portal;
