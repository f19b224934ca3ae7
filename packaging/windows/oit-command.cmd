@echo off
rem Opens a command window that knows oit, in the folder for documents.
set "PATH=%~dp0;%PATH%"
title oit
cd /d "%USERPROFILE%"
if exist Documents cd Documents
cmd /k oit.exe --help
