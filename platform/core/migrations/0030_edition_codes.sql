-- When the master secret is changed every row that decides is given its new code; of whole editions nothing else is ever written again.
grant update (mac) on paper_edition to zhitongche_app;
