/**
 * The end of a listing: what repair, removal and the end of the term have in common. {@code EndingCase} is a case that ends a listing, or has ended it;
 * {@code EndFollowUp} tells the departments, collects their answers and takes the listing from the channels it was published on; {@code EndLetters} gathers what
 * the letters state. Whether a listing is in force is never asked here: {@code credit.listing} computes it.
 */
package org.xincheng.credit.ending;
