/** What every page and API shares: problem documents, their handling, and dates as Chinese screens write them. */
package org.xincheng.platform.web;
