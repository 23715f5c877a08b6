/** The pages of one's own account, and the administrator's page of who is signed in. */
package org.xincheng.platform.account.page;
