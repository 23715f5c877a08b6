/** The rules for passwords, what is known of a user's password, and changing it. */
package org.xincheng.platform.account.password;
