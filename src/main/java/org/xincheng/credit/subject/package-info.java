/** The subjects of credit records: enterprises, organisations and natural persons, known by one lasting identifier. */
package org.xincheng.credit.subject;
