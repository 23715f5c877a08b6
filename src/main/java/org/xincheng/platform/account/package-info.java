/** Accounts and their sign-in, beneath the filters and pages: attempts and their limits, what is logged, what a session rests on. */
package org.xincheng.platform.account;
