/** What the build itself has to deliver. */
package org.xincheng.build;
