/** Keeps users and groups in the engine, and signs them in: one sign-in for our pages, Tasklist and Cockpit. */
package org.xincheng.platform.identity;
