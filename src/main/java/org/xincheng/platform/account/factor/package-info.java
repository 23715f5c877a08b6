/** The second factor: one-time codes of an authenticator (RFC 6238), and recovery codes for when it is lost. */
package org.xincheng.platform.account.factor;
