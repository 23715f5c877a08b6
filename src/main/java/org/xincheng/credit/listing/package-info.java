/** Listings: what is in force and what is public are functions of recorded facts and of now, never of a timer. */
package org.xincheng.credit.listing;
