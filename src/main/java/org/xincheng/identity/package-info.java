/** Who works here: groups, the signed-in user, and the directory of users, without a word about where they are kept. */
package org.xincheng.identity;
