import type { OddDocument } from './oddDocument';

/** Every kind of block of reStructuredText, close together. */
export const rstDocuments: readonly OddDocument[] = [
  {
    name: 'paragraphs and headings',
    text: `=====
Title
=====

First words of a *long* paragraph :cite:p:\`a\`.

Second
------

Third one
goes on.

.. _target:

Next
~~~~
| line one
| line two

Term
  Its meaning.

:field: value
:other: words here

----

Last.
`,
  },
  {
    name: 'directives and literals',
    text: `Words before::

    literal words

    more

.. code-block:: python
   :linenos:

   x = 1

.. note:: A title here
   Some words.

   More words.

.. figure:: fig.png
   :width: 50%
   :alt: alternative

   The caption here.

.. a comment
   of two lines

.. math::

   a = b

>>> doctest
1

Behind \`\`literal text\`\` and :math:\`a + b\`, :ref:\`target\`, \`link <https://x.org>\`_ words.

.. [1] A note here.

.. |sub| replace:: words

.. bibliography:: refs.bib
`,
  },
  {
    name: 'lists',
    text: `- one *thing*
- another
  goes on

  with a paragraph

  - nested

- third

1. first
2. second

   > quoted

#. auto

Quoted:

  Indented words.
`,
  },
  {
    name: 'tables',
    text: `Words before.

+---------+-------+
| Model   | Score |
+=========+=======+
| BERT    | 3.5   |
+---------+-------+
| GPT-4   | - one |
|         | - two |
+---------+-------+

=====  =====
A      B
=====  =====
one    two
three  four words
=====  =====

.. list-table:: A title
   :header-rows: 1

   * - One
     - Two
   * - three
     - four

Words behind.
`,
  },
];
