/** What becomes of people's data on its way through the whole system. */
package org.xincheng.privacy;
