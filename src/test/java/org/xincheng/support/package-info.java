/** What tests of the whole application stand on: a real database, a real mail server, a clock and jobs run by hand. */
package org.xincheng.support;
