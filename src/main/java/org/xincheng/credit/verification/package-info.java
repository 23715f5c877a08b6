/** What can be said of a letter to whoever holds it. */
package org.xincheng.credit.verification;
