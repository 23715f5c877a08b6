/** Who is signed in where: how many sessions, how long, what ends them. */
package org.xincheng.platform.account.session;
